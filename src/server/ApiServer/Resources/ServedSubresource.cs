using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Resources;

/// <summary>One subresource of one resource: the kind it speaks and its verbs.</summary>
public sealed class ServedSubresource(string name, GroupVersionKind kind)
{
    private readonly Dictionary<string, VerbHandler> _verbs = new(StringComparer.Ordinal);

    /// <summary>Its name, such as <c>status</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The kind of its objects.</summary>
    public GroupVersionKind Kind { get; } = kind;

    /// <summary>The verbs, with who carries them out.</summary>
    public IReadOnlyDictionary<string, VerbHandler> Verbs => _verbs;

    /// <summary>Adds a verb.</summary>
    public ServedSubresource With(string verb, VerbHandler handler)
    {
        _verbs[verb] = handler;
        return this;
    }
}
