package org.openhall.users.internal;

class AccountsOnH2Test extends AccountsContract {

    @Override
    TestUsers users() {
        return TestUsers.onH2();
    }
}
