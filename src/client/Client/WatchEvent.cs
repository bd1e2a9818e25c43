using Cybernetes.Api.MetaV1;
using Cybernetes.Client.Transport;

namespace Cybernetes.Client;

/// <summary>One event of a typed watch: an object, or the Status of a failed watch.</summary>
public readonly record struct WatchEvent<T>(WatchEventType Type, T? Object, Status? Status)
    where T : class;
