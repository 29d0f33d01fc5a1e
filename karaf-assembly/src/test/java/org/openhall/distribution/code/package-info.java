/** Classes that tests pack into item bundles; nothing else uses them. */
package org.openhall.distribution.code;
