/** Filing, tasks, clock and decisions. */
package org.openhall.cases.internal;
