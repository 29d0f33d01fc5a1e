package org.openhall.users.internal;

class AccountsOnPostgresTest extends AccountsContract {

    @Override
    TestUsers users() {
        return TestUsers.onPostgres();
    }
}
