package org.openhall.distribution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** One line of {@code demo-accounts.json}; department and posts are empty for citizens. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DemoAccount(
        String username, String password, String kind, String name, String department, List<String> posts) {

    public DemoAccount {
        posts = posts == null ? List.of() : List.copyOf(posts);
    }
}
