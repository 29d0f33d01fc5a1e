package org.openhall.item;

import org.osgi.service.component.annotations.ComponentPropertyType;

/** Names a {@link Rule} service; becomes the service property {@code item.rule}. */
@ComponentPropertyType
public @interface ItemRule {

    /**
     * The rule's name.
     *
     * @return the name used under {@code rules} in {@code item.yaml}
     */
    String value();
}
