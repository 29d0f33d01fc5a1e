/** The built distribution, driven from outside: what the tests of the assembly and the bench both need. */
package org.openhall.distribution;
