package org.openhall.portal.internal.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemPages;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.forms.Defect;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.item.Answers;
import org.openhall.portal.internal.http.Assets;
import org.openhall.portal.internal.view.HallSettings;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.Texts;
import org.openhall.portal.internal.view.Words;
import org.openhall.portal.internal.web.filing.FilingPages;
import org.openhall.portal.internal.web.public_.PublicPages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Draws the pages of an item for the door, with the models and templates that citizens get. It needs no other service, because the door waits
 * for it and the pages wait for the door.
 */
@Component(configurationPid = "org.openhall.portal")
public final class PageTrial implements ItemPages {

    private static final List<String> LANGUAGES = List.of("zh", "en");
    private static final String GUIDE_FILE = "OPENHALL-INF/item.yaml";
    private static final String FORM_FILE = "OPENHALL-INF/form.ui.json";
    private static final Account SOMEBODY =
            new Account(1, "sample", AccountKind.PERSON, "样例", "13800000000", false, List.of());
    private static final Map<String, String> KNOWN = Map.of(
            "party.name", "样例",
            "party.idNumber", "11010519491231002X",
            "party.idType", "resident-id",
            "party.phone", "13800000000",
            "account.name", "样例",
            "account.phone", "13800000000");

    private final Pages pages;

    /** Prepares the templates. */
    @Activate
    public PageTrial(HallSettings settings) {
        pages = new Pages(Texts.load(false), settings, Assets.get());
    }

    @Override
    public Drawn draw(ItemVersion version, List<Answers> filled) {
        List<Page> drawn = new ArrayList<>();
        List<Defect> defects = new ArrayList<>();
        Implementation item = item(version);
        for (String language : LANGUAGES) {
            Words words = pages.words(language);
            Drawing drawing = new Drawing(words, drawn, defects);
            drawing.draw(
                    "guide",
                    GUIDE_FILE,
                    Optional.empty(),
                    "guide",
                    () -> PublicPages.guide(item, version, words, pages));
            drawing.filing(version, item, version.form().initial(KNOWN), "");
            filled.forEach(answers -> drawing.filing(version, item, answers, "-filled"));
        }
        return new Drawn(drawn, defects);
    }

    /** One language. */
    private final class Drawing {

        private final Words words;
        private final List<Page> drawn;
        private final List<Defect> defects;
        private final Set<String> names = new HashSet<>();

        Drawing(Words words, List<Page> drawn, List<Defect> defects) {
            this.words = words;
            this.drawn = drawn;
            this.defects = defects;
        }

        void filing(ItemVersion version, Implementation item, Answers answers, String variant) {
            FilingPages.trials(version, item, SOMEBODY, answers, KNOWN, words)
                    .forEach(trial -> draw(
                            trial.name() + variant, FORM_FILE, Optional.of(SOMEBODY), trial.template(), trial.model()));
        }

        void draw(
                String page,
                String file,
                Optional<Account> account,
                String template,
                Supplier<Map<String, Object>> model) {
            String name = page + "." + words.language();
            if (!names.add(name)) {
                return;
            }
            try {
                drawn.add(new Page(name, pages.trial(words, account, template, model.get())));
            } catch (RuntimeException e) {
                defects.add(new Defect(
                        file,
                        0,
                        "The page " + name + " cannot be drawn: " + e.getMessage() + ".",
                        "页面 " + name + " 不能显示：" + e.getMessage() + "。"));
            }
        }
    }

    /** The first row the item brings, or one made up for the first code it serves. */
    private static Implementation item(ItemVersion version) {
        return version.definition().implementations().stream()
                .findFirst()
                .orElseGet(() -> new Implementation(
                        version.definition().serves().get(0),
                        "",
                        version.text("zh", "name"),
                        "sample",
                        "样例部门",
                        "110000",
                        "样例地区",
                        "",
                        List.of(),
                        version.definition().guide().themes(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        version.definition().item(),
                        Map.of()));
    }
}
