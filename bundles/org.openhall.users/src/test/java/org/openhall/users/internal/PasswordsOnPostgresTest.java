package org.openhall.users.internal;

class PasswordsOnPostgresTest extends PasswordsContract {

    @Override
    TestUsers users() {
        return TestUsers.onPostgres();
    }
}
