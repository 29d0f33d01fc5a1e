package org.openhall.item;

import org.osgi.service.component.annotations.ComponentPropertyType;

/** Names a {@link ReviewStep} service; becomes the service property {@code item.step}. */
@ComponentPropertyType
public @interface ItemStep {

    /**
     * The step's name.
     *
     * @return the name used under {@code automatic} of a step in {@code item.yaml}
     */
    String value();
}
