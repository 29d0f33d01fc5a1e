package org.openhall.bench.hall;

import java.util.List;
import java.util.Map;
import org.openhall.distribution.DemoAccount;
import org.openhall.distribution.Hall;

/** Somebody who is signed in. */
public record Person(String username, String token) {

    private static final List<String> CITIZENS = List.of("chenguang", "xingqiao", "chenxiaozhou");

    /** Somebody of the demo hall. */
    public static Person of(Hall hall, String username) {
        DemoAccount account = hall.account(username);
        String token = hall.api()
                .post("/api/v1/session", Map.of("username", username, "password", account.password()))
                .expect(200)
                .json()
                .path("token")
                .asText();
        return new Person(username, token);
    }

    /** Those who apply in the demo hall. */
    public static List<Person> citizens(Hall hall) {
        return CITIZENS.stream().map(name -> of(hall, name)).toList();
    }
}
