using Cybernetes.Api.RbacV1;
using Cybernetes.ApiServer.Authentication;

namespace Cybernetes.ApiServer.Authorization.Rbac;

/// <summary>The bindings of one namespace (or the cluster's) by whom they name. Immutable.</summary>
internal sealed class BindingIndex
{
    private readonly Dictionary<string, List<Match>> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Match>> _groups = new(StringComparer.Ordinal);

    public BindingIndex(IEnumerable<Binding> bindings)
    {
        var order = 0;
        foreach (var binding in bindings.OrderBy(b => b.Name, StringComparer.Ordinal))
        {
            order++;
            foreach (var subject in binding.Subjects)
            {
                switch (subject.Kind)
                {
                    case "User":
                        Add(_users, subject.Name, new Match(order, binding, subject));
                        break;
                    case "Group":
                        Add(_groups, subject.Name, new Match(order, binding, subject));
                        break;
                    case "ServiceAccount" when (subject.Namespace.Length > 0 ? subject.Namespace : binding.Namespace) is { Length: > 0 } ns:
                        Add(_users, $"system:serviceaccount:{ns}:{subject.Name}", new Match(order, binding, subject));
                        break;
                }
            }
        }
    }

    /// <summary>The bindings that name the user, each once, in order of name.</summary>
    public IEnumerable<Match> For(UserInfo user)
    {
        List<Match>? found = null;
        Collect(_users, user.Name, ref found);
        foreach (var group in user.Groups)
        {
            Collect(_groups, group, ref found);
        }
        if (found is null)
        {
            return [];
        }
        if (found.Count == 1)
        {
            return found;
        }
        return found.DistinctBy(m => m.Order).OrderBy(m => m.Order);
    }

    private static void Collect(Dictionary<string, List<Match>> index, string key, ref List<Match>? found)
    {
        if (index.TryGetValue(key, out var matches))
        {
            (found ??= []).AddRange(matches);
        }
    }

    private static void Add(Dictionary<string, List<Match>> index, string key, Match match)
    {
        if (!index.TryGetValue(key, out var list))
        {
            index[key] = list = [];
        }
        list.Add(match);
    }

    internal readonly record struct Match(int Order, Binding Binding, Subject Subject);
}
