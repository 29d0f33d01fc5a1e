package org.openhall.users.internal.passwords;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.openhall.api.storage.StorageUnavailable;
import org.openhall.users.internal.UsersSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Passwords as Argon2id hashes in PHC string format; only so many at a time, so that memory stays bounded. */
@Component(service = Argon2Passwords.class, configurationPid = "org.openhall.users")
public final class Argon2Passwords {

    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int WAIT_SECONDS = 10;

    private final int memory;
    private final int passes;
    private final Semaphore permits;
    private final SecureRandom random = new SecureRandom();
    private final String decoy;

    @Activate
    public Argon2Passwords(UsersSettings settings) {
        this(settings.password_memory(), settings.password_passes(), settings.password_parallel());
    }

    /** With cost of its own. */
    public Argon2Passwords(int memory, int passes, int parallel) {
        this.memory = memory;
        this.passes = passes;
        permits = new Semaphore(parallel, true);
        decoy = hash("nobody's password");
    }

    /** Hashes a password with a new salt. */
    public String hash(String password) {
        var salt = new byte[SALT];
        random.nextBytes(salt);
        return new Phc(memory, passes, 1, salt, bounded(() -> derive(password, memory, passes, 1, salt, HASH))).text();
    }

    /** Whether a password is the one that was hashed; takes as long either way. */
    public boolean matches(String password, String stored) {
        Phc phc = Phc.parse(stored);
        byte[] hash =
                bounded(() -> derive(password, phc.memory(), phc.passes(), phc.lanes(), phc.salt(), phc.hash().length));
        return MessageDigest.isEqual(hash, phc.hash());
    }

    /** Takes as long as a check, for an account that does not exist: the time must not tell which usernames do. */
    public void matchNobody(String password) {
        matches(password, decoy);
    }

    /** Whether a stored hash was made with another cost than today's. */
    public boolean outdated(String stored) {
        Phc phc = Phc.parse(stored);
        return phc.memory() != memory || phc.passes() != passes;
    }

    private byte[] bounded(Supplier<byte[]> hashing) {
        boolean mine = false;
        try {
            mine = permits.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
            if (!mine) {
                throw new StorageUnavailable("Too many passwords are being checked at once", null);
            }
            return hashing.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailable("Interrupted while waiting to check a password", e);
        } finally {
            if (mine) {
                permits.release();
            }
        }
    }

    /** The same characters give the same hash, whichever way a keyboard composes them. */
    private static byte[] derive(String password, int memory, int passes, int lanes, byte[] salt, int length) {
        byte[] bytes = Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        var hash = new byte[length];
        generator.generateBytes(bytes, hash);
        Arrays.fill(bytes, (byte) 0);
        return hash;
    }

    /** {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}. */
    private record Phc(int memory, int passes, int lanes, byte[] salt, byte[] hash) {

        String text() {
            var base64 = Base64.getEncoder().withoutPadding();
            return "$argon2id$v=19$m=" + memory + ",t=" + passes + ",p=" + lanes + "$" + base64.encodeToString(salt)
                    + "$" + base64.encodeToString(hash);
        }

        static Phc parse(String text) {
            String[] parts = text.split("\\$");
            if (parts.length != 6 || !"argon2id".equals(parts[1]) || !"v=19".equals(parts[2])) {
                throw new IllegalStateException("A stored password is not in the format of Argon2id, version 19");
            }
            String[] cost = parts[3].split(",");
            return new Phc(
                    number(cost[0], "m="),
                    number(cost[1], "t="),
                    number(cost[2], "p="),
                    Base64.getDecoder().decode(parts[4]),
                    Base64.getDecoder().decode(parts[5]));
        }

        private static int number(String text, String name) {
            if (!text.startsWith(name)) {
                throw new IllegalStateException("A stored password has its cost in another order");
            }
            return Integer.parseInt(text.substring(name.length()));
        }
    }
}
