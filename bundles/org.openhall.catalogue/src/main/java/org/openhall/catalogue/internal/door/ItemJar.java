package org.openhall.catalogue.internal.door;

import org.openhall.catalogue.internal.definition.ItemFiles;

/**
 * What a jar says as data, before anything of it runs.
 *
 * @param item key from the manifest
 * @param version from the manifest
 * @param extension whether it extends an item
 * @param files its definition
 * @param readable whether all files of the definition could be read; else nothing more can be said of it
 */
record ItemJar(String item, String version, boolean extension, ItemFiles files, boolean readable) {}
