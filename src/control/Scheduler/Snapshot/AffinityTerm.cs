using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Scheduler.Snapshot;

/// <summary>A pod affinity term with its selectors made ready.</summary>
public sealed class AffinityTerm
{
    private readonly Selector _selector;
    private readonly Selector _namespaceSelector;
    private readonly ValueList<string> _namespaces;

    /// <summary>Reads a term of <paramref name="owner"/>; without namespaces and namespace selector it speaks of the owner's namespace.</summary>
    public AffinityTerm(Pod owner, PodAffinityTerm term)
    {
        TopologyKey = term.TopologyKey;
        _selector = term.LabelSelector.ToSelector();
        _namespaceSelector = term.NamespaceSelector.ToSelector();
        _namespaces = term.Namespaces.IsEmpty && term.NamespaceSelector is null ? [owner.Metadata.Namespace] : term.Namespaces;
    }

    /// <summary>The node label whose equal values make one place.</summary>
    public string TopologyKey { get; }

    /// <summary>True when the term speaks of <paramref name="pod"/>.</summary>
    public bool Matches(PodInfo pod, Func<string, ValueMap<string>> namespaceLabels)
    {
        if (!_selector.Matches(pod.Labels))
        {
            return false;
        }

        foreach (var name in _namespaces.Span)
        {
            if (name == pod.Namespace)
            {
                return true;
            }
        }

        return !_namespaceSelector.MatchesNothing && _namespaceSelector.Matches(namespaceLabels(pod.Namespace));
    }
}
