package org.openhall.testkit.internal;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;

/** The hall's settings as they are when nobody changes them. */
final class Settings {

    private Settings() {}

    static <A extends Annotation> A defaults(Class<A> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> method.getDefaultValue()));
    }
}
