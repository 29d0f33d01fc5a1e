package org.openhall.users.internal;

class SessionsOnPostgresTest extends SessionsContract {

    @Override
    TestUsers users() {
        return TestUsers.onPostgres();
    }
}
