namespace Cybernetes.ApiServer.Connect;

/// <summary>The name in a proxy's path: <c>name</c>, <c>name:port</c> or <c>scheme:name:port</c>.</summary>
internal readonly record struct ProxyTarget(string Scheme, string Name, string Port)
{
    /// <summary>Reads the name; null where it has another form.</summary>
    public static ProxyTarget? Parse(string text) => text.Split(':') switch
    {
        [var name] => new("", name, ""),
        [var name, var port] => new("", name, port),
        [var scheme and ("" or "http" or "https"), var name, var port] => new(scheme, name, port),
        _ => null,
    };
}
