package org.openhall.users.internal;

class EmploymentOnH2Test extends EmploymentContract {

    @Override
    TestUsers users() {
        return TestUsers.onH2();
    }
}
