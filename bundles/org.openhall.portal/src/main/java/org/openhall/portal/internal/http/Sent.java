package org.openhall.portal.internal.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;

/**
 * What a program sent, for resource methods that take it as {@code @Context Sent}.
 *
 * @param headers of the request
 * @param uri it was sent to
 * @param body not read yet
 */
public record Sent(HttpHeaders headers, UriInfo uri, InputStream body) {}
