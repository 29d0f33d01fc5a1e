package org.openhall.demo.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.health.Readiness;
import org.openhall.api.json.Json;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Accounts;
import org.openhall.api.users.Directory;
import org.openhall.api.users.IdType;
import org.openhall.api.users.Registration;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Fills an empty hall on its first start: catalogue, officials and citizens with random passwords. */
@Component(immediate = true)
public final class DemoHall implements Readiness {

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int PASSWORD_LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Accounts accounts;
    private final Directory directory;
    private final Catalogue catalogue;
    private final Json json;

    @Activate
    public DemoHall(
            BundleContext context,
            @Reference Accounts accounts,
            @Reference Directory directory,
            @Reference Catalogue catalogue,
            @Reference Json json) {
        this.accounts = accounts;
        this.directory = directory;
        this.catalogue = catalogue;
        this.json = json;
        String home = Optional.ofNullable(context.getProperty("openhall.home")).orElse(".");
        try {
            fill(new AccountsFile(Path.of(home), json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String part() {
        return "demo";
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public String detail() {
        return "";
    }

    private void fill(AccountsFile file) throws IOException {
        if (file.complete()) {
            return;
        }
        if (file.begun().isEmpty() && accounts.any()) {
            // restored, or somebody's: not for a demo to fill
            return;
        }
        CatalogueFiles files = new CatalogueFiles(json);
        files.copyTo(catalogue);
        directory.put(DemoRegions.all(), files.departments());
        directory.put(List.of(), DemoRegions.departments());
        List<DemoAccount> all = DemoAccount.all();
        Map<String, String> passwords = file.begun().orElseGet(() -> random(all));
        file.begin(passwords);
        all.forEach(account -> make(account, passwords.get(account.username())));
        file.complete(all, passwords, directory.departmentNames());
        print(all, passwords);
    }

    /** An account left by a start that was killed is taken: its password is the one begun with. */
    private void make(DemoAccount account, String password) {
        Accounts.Result result = account.staff()
                ? accounts.employ(
                        account.username(),
                        account.kind(),
                        account.name(),
                        password,
                        account.oneTime(),
                        account.posts())
                : accounts.register(registration(account, password), "");
        if (result instanceof Accounts.Refused refused
                && refused.problems().stream().anyMatch(problem -> !"taken".equals(problem.code()))) {
            throw new IllegalStateException(
                    "The demo account " + account.username() + " was refused: " + refused.problems());
        }
    }

    private static Registration registration(DemoAccount account, String password) {
        boolean organisation = account.kind() == AccountKind.ORGANISATION;
        return new Registration(
                account.kind(),
                account.username(),
                password,
                account.name(),
                organisation ? IdType.CREDIT_CODE : IdType.RESIDENT_ID,
                account.idNumber(),
                account.representative(),
                account.phone(),
                "demo");
    }

    private static Map<String, String> random(List<DemoAccount> all) {
        Map<String, String> passwords = new LinkedHashMap<>();
        for (DemoAccount account : all) {
            StringBuilder password = new StringBuilder(PASSWORD_LENGTH);
            RANDOM.ints(PASSWORD_LENGTH, 0, LETTERS.length()).forEach(index -> password.append(LETTERS.charAt(index)));
            passwords.put(account.username(), password.toString());
        }
        return passwords;
    }

    /** To the terminal of whoever starts the demo, never to the log. */
    private static void print(List<DemoAccount> all, Map<String, String> passwords) {
        StringBuilder table = new StringBuilder("\nAccounts of this demo hall (also in demo-accounts.json):\n");
        for (DemoAccount account : all) {
            table.append(String.format(
                    "  %-14s %-18s %-14s %s%n",
                    account.username(),
                    passwords.get(account.username()),
                    account.kind().name().toLowerCase(java.util.Locale.ROOT),
                    what(account)));
        }
        System.out.println(table);
    }

    private static String what(DemoAccount account) {
        String posts =
                account.posts().isEmpty() ? "" : " (" + account.posts().get(0).post() + ")";
        return account.name() + posts + (account.oneTime() ? ", must change the password" : "");
    }
}
