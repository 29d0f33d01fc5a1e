package org.openhall.api.catalogue;

import java.util.List;
import org.openhall.api.forms.Defect;
import org.openhall.item.Answers;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What draws the pages on which citizens meet an item. The door has them drawn before an offered version serves anybody; whoever tests an item
 * looks at what was drawn.
 */
@ProviderType
public interface ItemPages {

    /**
     * A page as a browser gets it.
     *
     * @param name such as {@code guide.zh} or {@code form-car.en}: letters, digits, '-' and '.'
     * @param html the whole document; addresses of styles and scripts begin with {@code /static/}
     */
    record Page(String name, String html) {}

    /**
     * What came of drawing.
     *
     * @param pages those that could be drawn
     * @param defects one for each that could not
     */
    record Drawn(List<Page> pages, List<Defect> defects) {

        public Drawn {
            pages = List.copyOf(pages);
            defects = List.copyOf(defects);
        }
    }

    /**
     * Draws the guide, every page of the form and the page of the materials, in Chinese and English, for somebody made up. A page of the form is
     * drawn empty, and once more with the first of the given answers for which it is shown.
     *
     * @param version read and sound; nothing of its bundle needs to run
     * @param filled answers as applicants give them, such as those of the samples; may be empty
     * @return what was drawn, pages in the order of the way through them
     */
    Drawn draw(ItemVersion version, List<Answers> filled);
}
