using System.Collections.Frozen;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api;

/// <summary>Every kind that is declared, by group, version and kind. The generator writes the table.</summary>
public static partial class Kinds
{
    private static readonly FrozenDictionary<GroupVersionKind, KindCodec> _byKind = Declare().ToFrozenDictionary(codec => codec.Info.Kind);

    /// <summary>All codecs.</summary>
    public static IReadOnlyCollection<KindCodec> All => _byKind.Values;

    /// <summary>The codec of a kind; null where it is not declared.</summary>
    public static KindCodec? Find(GroupVersionKind kind) => _byKind.GetValueOrDefault(kind);
}
