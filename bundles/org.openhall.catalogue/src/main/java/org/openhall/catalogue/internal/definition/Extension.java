package org.openhall.catalogue.internal.definition;

import java.util.Map;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Version;
import org.osgi.framework.VersionRange;

/**
 * What {@code extension.yaml} says: rules and steps that somebody adds to an item of somebody else.
 *
 * @param version its own rules, steps and texts under their own names; without a form and everything else that only items have
 * @param item key of the item it extends
 * @param versions of the item, as full versions
 * @param order smaller works first; the key decides between equals
 * @param points where each of its steps is put in, in the order of the file: {@value #START} or {@code <step>.<outcome>}
 */
public record Extension(
        ItemVersion version, String item, VersionRange versions, int order, Map<String, String> points) {

    /** Before the first steps of the item. */
    public static final String START = "start";

    /** Whether a version is that of an extension. */
    public static boolean is(ItemVersion version) {
        return version.form() == NoForm.NONE;
    }

    /** The file that defines a version. */
    public static String file(ItemVersion version) {
        return is(version) ? ItemFiles.EXTENSION : ItemFiles.YAML;
    }

    /** Its key. */
    public String key() {
        return version.definition().item();
    }

    /** Whether it is made for a version of the item. */
    public boolean covers(Version of) {
        return versions.includes(new org.osgi.framework.Version(of.major(), of.minor(), of.micro()));
    }

    /** How a step, rule or text of its own is called where it works. */
    public String name(String own) {
        return key() + "." + own;
    }

    /** How an outcome is called where it works: the hall has words for its own. */
    public String outcome(String own) {
        return ItemTexts.ACTIONS.contains(own) ? own : name(own);
    }
}
