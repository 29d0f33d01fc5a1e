package org.openhall.api.users;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Who is signed in. Only the SHA-256 of a token is stored, it is read by key on every request, nothing is cached. */
@ProviderType
public interface Sessions {

    /** What became of an attempt to sign in. */
    sealed interface SignIn permits SignedIn, Wrong, Throttled {}

    /**
     * Signed in.
     *
     * @param token 256 random bits, base64url; shown once
     * @param session the new session
     */
    record SignedIn(String token, Session session) implements SignIn {

        /** Keeps the token out of logs. */
        @Override
        public String toString() {
            return "SignedIn[" + session.account() + "]";
        }
    }

    /** No account has this username and password; which of the two is wrong is not said. */
    record Wrong() implements SignIn {}

    /**
     * Too many wrong attempts for this username or from this address.
     *
     * @param until when it may be tried again
     */
    record Throttled(Instant until) implements SignIn {}

    /**
     * A session.
     *
     * @param account whose; as it is now, read with the session
     * @param csrf secret for the forms of this session, base64url
     * @param expires when it ends without being used
     */
    record Session(Account account, String csrf, Instant expires) {

        /** Keeps the secret out of logs. */
        @Override
        public String toString() {
            return "Session[" + account + "]";
        }
    }

    /**
     * Signs in.
     *
     * @param username as typed
     * @param password as typed
     * @param address the client's network address, for throttling
     * @return signed in, or why not
     */
    SignIn signIn(String username, String password, String address);

    /**
     * Finds the session of a token.
     *
     * @param token as given by {@link SignedIn}
     * @return empty when there is none or it has ended
     */
    Optional<Session> find(String token);

    /**
     * Ends a session; nothing happens when there is none.
     *
     * @param token as given by {@link SignedIn}
     */
    void signOut(String token);
}
