using Cybernetes.Api;
using Cybernetes.Api.AppsV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Workloads;

namespace Cybernetes.Controllers.Revisions;

/// <summary>The ControllerRevisions of a DaemonSet or StatefulSet: every template it has had, numbered.</summary>
public static class RevisionHistory
{
    /// <summary>The document that a revision keeps: a strategic merge patch that puts the template back.</summary>
    public static RawExtension DataOf(PodTemplateSpec template)
    {
        var value = Value.ToValue(template).With("$patch", "replace");
        return RawExtension.FromValue(Value.MapOf(("spec", Value.MapOf(("template", value)))));
    }

    /// <summary>The template that a revision keeps.</summary>
    public static PodTemplateSpec TemplateOf(ControllerRevision revision) =>
        Value.FromValue<PodTemplateSpec>(revision.Data.ToValue().At("spec", "template").Without("$patch"));

    /// <summary>Whether a revision keeps this template.</summary>
    public static bool IsOf(ControllerRevision revision, PodTemplateSpec template) => TemplateOf(revision) == template;

    /// <summary>The number that comes next.</summary>
    public static long Next(IEnumerable<ControllerRevision> revisions) => revisions.Select(revision => revision.Revision).DefaultIfEmpty(0).Max() + 1;

    /// <summary>A new revision.</summary>
    /// <param name="owner">The owner.</param>
    /// <param name="template">What it keeps.</param>
    /// <param name="hash">The hash in its name.</param>
    /// <param name="hashLabel">The label that has the hash.</param>
    /// <param name="number">Its number.</param>
    public static ControllerRevision New(IObject owner, PodTemplateSpec template, string hash, string hashLabel, long number) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = NameOf(owner.Metadata.Name, hash),
            Namespace = owner.Metadata.Namespace,
            Labels = template.Metadata.Labels.With(hashLabel, hash),
            Annotations = owner.Metadata.Annotations.Without("kubectl.kubernetes.io/last-applied-configuration"),
            OwnerReferences = [owner.ToControllerReference()],
        },
        Data = DataOf(template),
        Revision = number,
    };

    /// <summary>
    /// The revision of a template: one there is (renumbered as the newest where it is an older one), or a new one. The second value is the
    /// count of collisions, which rises when another template has the same name.
    /// </summary>
    public static async ValueTask<(ControllerRevision Revision, int? Collisions)> EnsureAsync(
        KubeClient client, IObject owner, PodTemplateSpec template, List<ControllerRevision> revisions, int? collisions, string hashLabel, CancellationToken cancellationToken)
    {
        var number = Next(revisions);
        var equal = revisions.Where(revision => IsOf(revision, template)).OrderBy(revision => revision.Revision).ThenBy(revision => revision.Metadata.Name, StringComparer.Ordinal).LastOrDefault();
        if (equal is not null)
        {
            if (equal.Revision == number - 1)
            {
                return (equal, collisions);
            }

            var renumbered = (await client.UpdateAsync(equal with { Revision = number }, cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow();
            revisions[revisions.IndexOf(equal)] = renumbered;
            return (renumbered, collisions);
        }

        while (true)
        {
            var made = New(owner, template, TemplateHash.Of(template, collisions ?? 0), hashLabel, number);
            var result = await client.CreateAsync(made, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (!result.IsAlreadyExists)
            {
                revisions.Add(result.OrThrow());
                return (result.Value!, collisions);
            }

            var there = (await client.GetAsync<ControllerRevision>(made.Metadata.Namespace, made.Metadata.Name, cancellationToken).ConfigureAwait(false)).OrThrow();
            if (IsOf(there, template) && there.IsControlledBy(owner))
            {
                revisions.Add(there);
                return (there, collisions);
            }

            collisions = (collisions ?? 0) + 1;
        }
    }

    /// <summary>Deletes the oldest revisions beyond the limit that nobody uses.</summary>
    public static async ValueTask TruncateAsync(KubeClient client, IReadOnlyList<ControllerRevision> revisions, Func<ControllerRevision, bool> inUse, int limit, CancellationToken cancellationToken)
    {
        var unused = revisions.Where(revision => !inUse(revision)).OrderBy(revision => revision.Revision).ToList();
        foreach (var revision in unused.Take(unused.Count - limit))
        {
            (await client.DeleteAsync<ControllerRevision>(revision.Metadata.Namespace, revision.Metadata.Name, cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
        }
    }

    private static string NameOf(string owner, string hash) => $"{(owner.Length > 223 ? owner[..223] : owner)}-{hash}";
}
