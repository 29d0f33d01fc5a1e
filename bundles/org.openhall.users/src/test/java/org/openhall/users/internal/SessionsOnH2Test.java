package org.openhall.users.internal;

class SessionsOnH2Test extends SessionsContract {

    @Override
    TestUsers users() {
        return TestUsers.onH2();
    }
}
