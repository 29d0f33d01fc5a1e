package org.openhall.api.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What bundles of others add to items: rules, and steps at named points. An extension comes through the {@link Door} and is activated, rolled
 * back and retired like an item; its key is in the name space of the items. Read from the snapshot in memory; safe for many threads.
 */
@ProviderType
public interface Extensions {

    /**
     * Name of the outbox consumer that is told of each change of what extends an item. Subject is the item's key; payload an object with the
     * instant of the change as {@code at}.
     */
    String CHANGED = "extensions";

    /**
     * Whether a key is that of an extension.
     *
     * @param key of an item or extension
     * @return the key of the item it extends; empty when it is none
     */
    Optional<String> extended(String key);

    /**
     * What extends the lines of an item.
     *
     * @param item key
     * @return lines newest first, on each line in the order in which they work, those that do not apply last
     */
    List<Extending> on(String item);

    /**
     * What an extension does now.
     *
     * @param extension key
     * @return one for each line of the item that its range covers, newest first; empty while the item is not here
     */
    List<Extending> by(String extension);

    /**
     * An activated extension and a version that serves a line of the item it extends.
     *
     * @param item key
     * @param of the version it extends
     * @param extension key
     * @param version of the extension
     * @param names of the extension, by language
     * @param order smaller works first
     * @param points where it puts steps in, by step
     * @param rules that it adds
     * @param missing the point or step that the version lacks; the extension then does not apply to it
     * @param tied keys of extensions that have the same order at one of its points; the keys decide who works first
     */
    record Extending(
            String item,
            Version of,
            String extension,
            Version version,
            Map<String, String> names,
            int order,
            Map<String, String> points,
            List<String> rules,
            Optional<String> missing,
            List<String> tied) {}
}
