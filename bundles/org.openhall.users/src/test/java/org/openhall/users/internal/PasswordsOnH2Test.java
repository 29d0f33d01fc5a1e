package org.openhall.users.internal;

class PasswordsOnH2Test extends PasswordsContract {

    @Override
    TestUsers users() {
        return TestUsers.onH2();
    }
}
