package org.openhall.item;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** One application (申报) as filed. Immutable; it carries its own "now". Safe for many threads. */
@ProviderType
public interface Application {

    /**
     * The item applied for.
     *
     * @return the key of the item, as in {@code item.yaml}
     */
    String item();

    /**
     * The version whose form was filled in.
     *
     * @return major.minor.micro
     */
    String version();

    /**
     * Who applies.
     *
     * @return the party, not the account that typed it
     */
    Applicant applicant();

    /**
     * What was answered, without answers to questions that were hidden.
     *
     * @return the answers
     */
    Answers answers();

    /**
     * What was handed in.
     *
     * @return one entry a file, in the order of the definition; empty when nothing was handed in
     */
    List<Material> materials();

    /**
     * When it was filed.
     *
     * @return the instant a rule takes for "now"
     */
    Instant filedAt();

    /**
     * Whether at least one file was handed in for a material.
     *
     * @param code the code of the material in {@code item.yaml}
     * @return true when there is one
     */
    default boolean has(String code) {
        return materials().stream().anyMatch(material -> material.code().equals(code));
    }
}
