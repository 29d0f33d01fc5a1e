/** Cases from the first request of the applicant to the last act of the officials, as many as the hall can do. */
package org.openhall.bench.cases;
