using System.Collections.Frozen;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>The rules of every kind that is served.</summary>
public static partial class RulesTable
{
    private static readonly FrozenDictionary<GroupVersionKind, KindRules> _byKind = Declare().ToFrozenDictionary(rules => rules.Info.Kind);

    /// <summary>All rules.</summary>
    public static IReadOnlyCollection<KindRules> All => _byKind.Values;

    /// <summary>The rules of a kind and version; null where none are declared.</summary>
    public static KindRules? For(GroupVersionKind kind) => _byKind.GetValueOrDefault(kind);
}
