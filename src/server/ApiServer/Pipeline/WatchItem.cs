using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Cache;

namespace Cybernetes.ApiServer.Pipeline;

/// <summary>What a watch event says.</summary>
public enum WatchItemType : byte
{
    /// <summary>The object has come into sight.</summary>
    Added,

    /// <summary>The object has changed.</summary>
    Modified,

    /// <summary>The object has gone out of sight.</summary>
    Deleted,

    /// <summary>Nothing more up to a version.</summary>
    Bookmark,

    /// <summary>The watch has failed and ends.</summary>
    Error,
}

/// <summary>One event of one watch.</summary>
/// <param name="Type">What it says.</param>
/// <param name="Object">The object, for added, modified and deleted.</param>
/// <param name="Version">The version of a bookmark.</param>
/// <param name="InitialEventsEnd">Whether the bookmark ends the initial events (KEP-3157).</param>
/// <param name="Error">The error.</param>
public readonly record struct WatchItem(
    WatchItemType Type, StoredObject? Object = null, string Version = "", bool InitialEventsEnd = false, Status? Error = null);
