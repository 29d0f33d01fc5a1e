package org.openhall.portal.internal.web.public_;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.Words;

/** The page resources of this area. */
public final class PublicPages {

    private PublicPages() {}

    /**
     * Makes them.
     *
     * @param services what they work with
     * @param pages draws them
     * @return plain objects with JAX-RS annotations
     */
    public static List<Object> resources(Services services, Pages pages) {
        return List.of(
                new HomePage(services.catalogue(), pages),
                new ItemsPage(services.catalogue(), pages),
                new GuidePage(services.catalogue(), services.directory(), pages),
                new ProgressPage(services.cases(), services.catalogue(), pages),
                new StatementPage(pages),
                new PreferencesPage());
    }

    /**
     * What the guide of a version shows.
     *
     * @param item where it would be offered
     * @param version of its item
     * @param words in the language wanted
     * @param pages draws its parts
     * @return the model of the template {@code guide}
     */
    public static Map<String, Object> guide(Implementation item, ItemVersion version, Words words, Pages pages) {
        return GuidePage.model(
                item,
                Optional.of(version),
                true,
                version.text(words.language(), "name"),
                words,
                new Charts(pages, code -> code));
    }
}
