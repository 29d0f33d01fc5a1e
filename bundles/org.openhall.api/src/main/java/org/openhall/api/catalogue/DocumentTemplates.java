package org.openhall.api.catalogue;

import java.util.List;
import org.openhall.api.forms.Defect;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What draws the documents that items issue. The door asks it about each template of an offered bundle, before anything of the bundle runs, so
 * that a mistake meets the author and not the applicant after the decision.
 */
@ProviderType
public interface DocumentTemplates {

    /**
     * Reads a template and draws it with made-up cases, one with all that a document may say and one with as little as there can be.
     *
     * @param file path of the template inside the bundle, for the defects
     * @param template its text
     * @return what is wrong with it; empty when it can be drawn
     */
    List<Defect> check(String file, String template);
}
