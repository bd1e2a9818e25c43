using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Authorization;
using Microsoft.AspNetCore.Http;

namespace Cybernetes.ApiServer.Authentication.Impersonation;

/// <summary>Lets who may impersonate act as another user (<c>Impersonate-User</c>, <c>-Group</c>, <c>-Uid</c>, <c>-Extra-*</c>). Thread safe.</summary>
public sealed class Impersonator(IAuthorizer authorizer)
{
    private const string UserHeader = "Impersonate-User";
    private const string GroupHeader = "Impersonate-Group";
    private const string UidHeader = "Impersonate-Uid";
    private const string ExtraPrefix = "Impersonate-Extra-";

    /// <summary>
    /// The user to act as (the same when none is asked for), or the refusal. The headers are removed, so that they go no further.
    /// </summary>
    public async ValueTask<(UserInfo User, Status? Refusal)> ImpersonateAsync(UserInfo user, IHeaderDictionary headers, CancellationToken cancellationToken)
    {
        var name = headers[UserHeader].ToString();
        string[] groups = [.. headers[GroupHeader].Select(g => g ?? "")];
        var uid = headers[UidHeader].ToString();
        var extra = Extra(headers);
        if (name.Length == 0)
        {
            return groups.Length > 0 || uid.Length > 0 || extra.Count > 0
                ? (user, ApiStatus.InternalError($"requested {Requested(groups, extra, uid)} without impersonating a user"))
                : (user, null);
        }
        // Each part is asked for by itself, with the parts as upstream orders them.
        var account = ServiceAccountNames.Split(name);
        var asked = new List<AuthorizationAttributes>
        {
            account is { } sa ? Ask(user, "serviceaccounts", sa.Name) with { Namespace = sa.Namespace } : Ask(user, "users", name),
        };
        asked.AddRange(groups.Select(g => Ask(user, "groups", g)));
        asked.AddRange(extra.SelectMany(e => e.Value.Select(v => Ask(user, "userextras", v) with { ApiGroup = "authentication.k8s.io", ApiVersion = "v1", Subresource = e.Key })));
        if (uid.Length > 0)
        {
            asked.Add(Ask(user, "uids", uid) with { ApiGroup = "authentication.k8s.io", ApiVersion = "v1" });
        }
        foreach (var attributes in asked)
        {
            var verdict = await authorizer.AuthorizeAsync(attributes, cancellationToken).ConfigureAwait(false);
            if (!verdict.IsAllowed)
            {
                return (user, ForbiddenStatus.For(attributes, verdict.Reason));
            }
        }
        foreach (var header in headers.Keys.Where(k => k.StartsWith("Impersonate-", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            headers.Remove(header);
        }
        return (new UserInfo(name) { Uid = uid, Groups = GroupsOf(name, account, groups), Extra = extra }, null);
    }

    private static IReadOnlyList<string> GroupsOf(string name, (string Namespace, string Name)? account, string[] groups)
    {
        var all = account is { } sa && groups.Length == 0 ? ServiceAccountNames.Groups(sa.Namespace) : groups;
        var generic = name == UserInfo.AnonymousName ? UserInfo.UnauthenticatedGroup : UserInfo.AuthenticatedGroup;
        return all.Contains(UserInfo.AuthenticatedGroup) || all.Contains(UserInfo.UnauthenticatedGroup) ? all : [.. all, generic];
    }

    private static AuthorizationAttributes Ask(UserInfo user, string resource, string name) => new()
    {
        User = user,
        Verb = "impersonate",
        IsResourceRequest = true,
        ApiVersion = "v1",
        Resource = resource,
        Name = name,
    };

    private static Dictionary<string, IReadOnlyList<string>> Extra(IHeaderDictionary headers)
    {
        var extra = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (key, values) in headers)
        {
            if (key.StartsWith(ExtraPrefix, StringComparison.OrdinalIgnoreCase))
            {
                extra[Uri.UnescapeDataString(key[ExtraPrefix.Length..].ToLowerInvariant())] = [.. values.Select(v => v ?? "")];
            }
        }
        return extra;
    }

    private static string Requested(string[] groups, Dictionary<string, IReadOnlyList<string>> extra, string uid) =>
        $"[{string.Join(' ', groups.Select(g => $"{{Group  {g}}}").Concat(extra.SelectMany(e => e.Value.Select(v => $"{{UserExtra {e.Key} {v}}}"))).Concat(uid.Length > 0 ? [$"{{UID {uid}}}"] : []))}]";
}
