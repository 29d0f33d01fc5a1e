package org.openhall.users.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.openhall.api.forms.Problem;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.IdType;
import org.openhall.api.users.Post;
import org.openhall.api.users.Posts;

/** Collects what is wrong with typed fields. Messages are in English; the portal says it in the reader's language by pointer and code. */
final class Checks {

    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}._-]{4,32}");
    private static final Pattern RESIDENT_ID = Pattern.compile("[1-9]\\d{16}[\\dX]");
    private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-HJ-NP-RTUWXY]{2}\\d{6}[0-9A-HJ-NP-RTUWXY]{10}");
    private static final Pattern PASSPORT = Pattern.compile("[A-Z0-9]{5,17}");
    private static final Pattern OTHER_NUMBER = Pattern.compile("[\\p{L}\\p{N}()/.-]{3,40}");
    private static final Pattern PHONE =
            Pattern.compile("1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}(-\\d{1,6})?|\\+[1-9]\\d{6,14}");
    private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);

    private final List<Problem> problems = new ArrayList<>();

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    void add(String pointer, String code, String message) {
        problems.add(new Problem(pointer, code, message));
    }

    void username(String username) {
        if (username.isEmpty()) {
            add("/username", "required", "Choose a username.");
        } else if (!USERNAME.matcher(username).matches()) {
            add("/username", "format", "A username has 4 to 32 letters, digits, dots, underscores or hyphens.");
        }
    }

    void name(String pointer, String name, int longest, boolean required) {
        if (name.isEmpty()) {
            if (required) {
                add(pointer, "required", "Give the full name.");
            }
        } else if (name.length() > longest) {
            add(pointer, "too-long", "A name has at most " + longest + " characters.");
        } else if (name.chars().anyMatch(Character::isISOControl)) {
            add(pointer, "format", "A name has no control characters.");
        }
    }

    void phone(String phone) {
        if (phone.isEmpty()) {
            add("/phone", "required", "Give a phone number.");
        } else if (!PHONE.matcher(phone).matches()) {
            add(
                    "/phone",
                    "format",
                    "Give a mobile number, a number with area code, or one that begins with + and the country.");
        }
    }

    void idNumber(IdType type, String number, LocalDate today) {
        if (number.isEmpty()) {
            add("/idNumber", "required", "Give the number of the identity document.");
        } else if (!wellFormed(type, number, today)) {
            add("/idNumber", "format", "This is not a number of the chosen kind of document.");
        } else if (!checks(type, number)) {
            add("/idNumber", "check-digit", "The last character does not fit the others; look for a mistyped one.");
        }
    }

    void posts(AccountKind kind, List<Post> posts) {
        boolean fits = posts.stream().allMatch(p -> fits(kind, p));
        boolean whole = posts.stream()
                .allMatch(p -> p.equals(Post.ofHall())
                        || sized(p.post(), 20) && sized(p.department(), 40) && sized(p.region(), 12));
        if (!fits || !whole) {
            add(
                    "/posts",
                    "format",
                    "Officials hold posts of steps, administrators that of a department, each with department and region;"
                            + " or administrators that of the hall, with neither.");
        }
    }

    /** Whoever administers items acts on no cases, and the other way round. */
    private static boolean fits(AccountKind kind, Post post) {
        if (post.post().equals(Posts.HALL)) {
            return kind == AccountKind.ADMINISTRATOR && post.equals(Post.ofHall());
        }
        boolean administers = post.post().equals(Posts.ADMINISTRATE);
        return kind == AccountKind.ADMINISTRATOR ? administers : kind == AccountKind.OFFICIAL && !administers;
    }

    private static boolean sized(String text, int longest) {
        return !text.isBlank() && text.length() <= longest;
    }

    private static boolean wellFormed(IdType type, String number, LocalDate today) {
        return switch (type) {
            case RESIDENT_ID -> RESIDENT_ID.matcher(number).matches() && bornBefore(number.substring(6, 14), today);
            case CREDIT_CODE -> CREDIT_CODE.matcher(number).matches();
            case PASSPORT -> PASSPORT.matcher(number).matches();
            case OTHER -> OTHER_NUMBER.matcher(number).matches();
        };
    }

    private static boolean checks(IdType type, String number) {
        return switch (type) {
            case RESIDENT_ID -> CheckCharacters.residentId(number);
            case CREDIT_CODE -> CheckCharacters.creditCode(number);
            case PASSPORT, OTHER -> true;
        };
    }

    private static boolean bornBefore(String date, LocalDate today) {
        try {
            LocalDate born = LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE);
            return !born.isAfter(today) && !born.isBefore(OLDEST);
        } catch (DateTimeException e) {
            // such as 31 February: no date, so no number
            return false;
        }
    }
}
