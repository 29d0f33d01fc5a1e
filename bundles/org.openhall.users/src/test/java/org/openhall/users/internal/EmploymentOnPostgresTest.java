package org.openhall.users.internal;

class EmploymentOnPostgresTest extends EmploymentContract {

    @Override
    TestUsers users() {
        return TestUsers.onPostgres();
    }
}
