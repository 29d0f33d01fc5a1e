package org.openhall.portal.internal.view;

/** Settings read from {@code config/org.openhall.portal.cfg}. */
public @interface HallSettings {

    /** The hall's name in Chinese. */
    String name() default "网上办事大厅";

    /** The hall's name in English. */
    String name_en() default "Online Service Hall";

    /** Whose hall it is, below the name; may be empty. */
    String site() default "";

    /** The same in English. */
    String site_en() default "";

    /** Who runs it, in the footer; may be empty. */
    String operator() default "";

    /** The same in English. */
    String operator_en() default "";

    /** Telephone number people may call; may be empty. */
    String hotline() default "";

    /** When somebody answers; may be empty. */
    String hotline_hours() default "";

    /** The same in English. */
    String hotline_hours_en() default "";

    /** Time zone in which dates are shown. */
    String zone() default "Asia/Shanghai";

    /** Whether a proxy in front tells scheme and client address in X-Forwarded-Proto and X-Forwarded-For. */
    boolean behind_proxy() default false;
}
