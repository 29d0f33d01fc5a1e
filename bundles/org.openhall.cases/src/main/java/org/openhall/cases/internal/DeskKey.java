package org.openhall.cases.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.openhall.api.users.Post;

/**
 * Department, region and post of a task as one short key for the indexes of the desk: 64 bits of a SHA-256 digest. That two of a hundred thousand desks
 * have the same is less likely than one in a thousand million; whoever opens or decides a case is measured by the words themselves.
 */
final class DeskKey {

    private static final int BYTES = 8;

    private DeskKey() {}

    static byte[] of(Post post) {
        String whole = post.department() + "\n" + post.region() + "\n" + post.post();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
