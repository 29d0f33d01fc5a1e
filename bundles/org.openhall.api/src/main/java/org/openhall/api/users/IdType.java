package org.openhall.api.users;

/** Kinds of identity documents. */
public enum IdType {
    /** 居民身份证, GB 11643: 17 digits and a check character. */
    RESIDENT_ID,
    /** 统一社会信用代码, GB 32100: 18 characters with a check character. */
    CREDIT_CODE,
    /** 护照. */
    PASSPORT,
    /** 港澳居民来往内地通行证, 台湾居民来往大陆通行证, 外国人永久居留身份证 and others. */
    OTHER
}
