package org.openhall.portal.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.cases.Cases;
import org.openhall.api.cases.Desk;
import org.openhall.api.cases.Drafts;
import org.openhall.api.cases.DryRuns;
import org.openhall.api.cases.Filing;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Deployments;
import org.openhall.api.catalogue.Door;
import org.openhall.api.catalogue.Extensions;
import org.openhall.api.materials.Materials;
import org.openhall.api.storage.Requests;
import org.openhall.api.storage.Transactions;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Accounts;
import org.openhall.api.users.Directory;
import org.openhall.api.users.Sessions;
import org.openhall.portal.internal.http.ItemAdministration;
import org.openhall.portal.internal.http.Services;

/**
 * A hall in memory. Each service is a small class of the test that has only the methods the test needs; asking for another one fails the
 * test by name.
 */
public final class FakeHall {

    /** Now, in every test. */
    public static final Instant NOW = Instant.parse("2026-11-21T04:03:00Z");

    private final Map<Class<?>, Object> parts = new HashMap<>();
    private final Map<String, Sessions.Session> sessions = new HashMap<>();
    private final List<String> signedOut = new ArrayList<>();

    /** Offers what a test needs of a service: a public or package-private object with methods of the same names. */
    public <T> FakeHall with(Class<T> service, Object part) {
        parts.put(service, part);
        return this;
    }

    /** Signs somebody in; the token is the username. */
    public FakeHall signedIn(Account account) {
        sessions.put(
                account.username(),
                new Sessions.Session(account, "csrf-of-" + account.username(), NOW.plusSeconds(3600)));
        return this;
    }

    /** A citizen. */
    public static Account citizen(String username) {
        return new Account(7, username, AccountKind.PERSON, "张三丰", "13800000000", false, List.of());
    }

    /** Tokens that were signed out. */
    public List<String> signedOut() {
        return signedOut;
    }

    /** The services as the portal takes them. */
    public Services services() {
        parts.putIfAbsent(Sessions.class, new Object() {
            @SuppressWarnings("unused")
            public Optional<Sessions.Session> find(String token) {
                return Optional.ofNullable(sessions.get(token));
            }

            @SuppressWarnings("unused")
            public void signOut(String token) {
                signedOut.add(token);
            }
        });
        return new Services(
                part(Accounts.class),
                part(Sessions.class),
                part(Directory.class),
                part(Catalogue.class),
                part(Drafts.class),
                part(Filing.class),
                part(Cases.class),
                part(Desk.class),
                part(Materials.class),
                new ItemAdministration(
                        part(Door.class),
                        part(Deployments.class),
                        part(Extensions.class),
                        part(DryRuns.class),
                        part(Transactions.class),
                        part(Requests.class)),
                PortalUnderTest.json(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private <T> T part(Class<T> service) {
        Object part = parts.getOrDefault(service, new Object());
        if (service.isInstance(part)) {
            return service.cast(part);
        }
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(), new Class<?>[] {service}, (proxy, method, arguments) -> {
                    try {
                        var own = part.getClass().getDeclaredMethod(method.getName(), method.getParameterTypes());
                        own.setAccessible(true);
                        return own.invoke(part, arguments);
                    } catch (NoSuchMethodException e) {
                        throw new AssertionError(
                                "This test has no " + service.getSimpleName() + "." + method.getName(), e);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
