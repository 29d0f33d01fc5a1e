package org.openhall.api.users;

import java.util.Objects;

/**
 * A post (岗位) held by an official: what he may do, for which department, in which region.
 *
 * @param post one of {@link Posts}
 * @param department the department's code
 * @param region the region's code (GB/T 2260)
 */
public record Post(String post, String department, String region) {

    public Post {
        Objects.requireNonNull(post, "post");
        Objects.requireNonNull(department, "department");
        Objects.requireNonNull(region, "region");
    }
}
