using System.Globalization;
using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Admission;
using Cybernetes.ApiServer.Cache;
using Cybernetes.ApiServer.Errors;
using Cybernetes.Store;

namespace Cybernetes.ApiServer.Registry;

/// <summary>What an update came to.</summary>
public readonly record struct UpdateResult(StoredObject Object, bool Created);

/// <summary>
/// Changes an object, again from its newest version whenever somebody else was faster. The order is upstream's: (1) the change, (2) mutating
/// admission, (3) the version check, (4) what the kind reserves, (5) what an update keeps, (6) validation, (7) validating admission,
/// (8) the commit; an update that leaves nothing of a deleted object to wait for deletes it.
/// </summary>
public sealed class Updating(RegistryServices services, Creation creation, Deletion deletion)
{
    /// <summary>Makes the new object, in the served version, from the old one (null: there is none).</summary>
    public delegate ValueTask<IObject> Change(StoredObject? old, CancellationToken cancellationToken);

    /// <summary>Changes an object; without admission where the caller has seen to it.</summary>
    /// <exception cref="ApiException">It may not be.</exception>
    public async ValueTask<UpdateResult> RunAsync(WriteRequest write, UpdateTarget target, Change change, bool createsMissing, bool checksVersion, CancellationToken cancellationToken, bool admits = true)
    {
        var storage = write.Storage;
        var cacheKey = storage.CacheKey(write.Namespace, write.Name);
        var key = storage.KeyOf(cacheKey);
        var current = storage.Cache.Snapshot.Find(cacheKey);
        var fresh = false;
        for (; ; )
        {
            if (current is null && !fresh)
            {
                (current, fresh) = (await ReadAsync(storage, key, cancellationToken).ConfigureAwait(false), true);
            }

            if (current is null)
            {
                return createsMissing || target.CreatesMissing(write.Resource)
                    ? await CreateAsync(write, target, change, cancellationToken).ConfigureAwait(false)
                    : throw ApiErrors.NotFound(write.Resource.GroupResource, write.Name);
            }

            try
            {
                var (done, stored) = await TryAsync(write, target, change, checksVersion, admits, current, key, cancellationToken).ConfigureAwait(false);
                // A write that changes nothing of what the cache has must change nothing of what there is, either.
                if (done && (fresh || stored!.Revision != current.Revision || (await ReadAsync(storage, key, cancellationToken).ConfigureAwait(false))?.Revision == current.Revision))
                {
                    return new UpdateResult(stored!, false);
                }
            }
            catch (ApiException) when (!fresh)
            {
                // The cache may have been behind: a refusal counts only against the newest version.
                var newest = await ReadAsync(storage, key, cancellationToken).ConfigureAwait(false);
                if (newest?.Revision == current.Revision)
                {
                    throw;
                }

                (current, fresh) = (newest, true);
                continue;
            }

            (current, fresh) = (await ReadAsync(storage, key, cancellationToken).ConfigureAwait(false), true);
        }
    }

    private static async ValueTask<StoredObject?> ReadAsync(IStore store, ResourceStorage storage, StoreKey key, CancellationToken cancellationToken)
    {
        var found = await store.GetAsync(key, cancellationToken: cancellationToken).ConfigureAwait(false);
        return found.Item is null ? null : await storage.DecodeAsync(found.Item, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<StoredObject?> ReadAsync(ResourceStorage storage, StoreKey key, CancellationToken cancellationToken) =>
        ReadAsync(services.Store, storage, key, cancellationToken);

    private async ValueTask<UpdateResult> CreateAsync(WriteRequest write, UpdateTarget target, Change change, CancellationToken cancellationToken)
    {
        var sent = await change(null, cancellationToken).ConfigureAwait(false);
        if (sent.Metadata.Uid.Length > 0)
        {
            throw ApiErrors.Conflict(write.Resource.GroupResource, write.Name, $"Precondition failed: UID in precondition: {sent.Metadata.Uid}, UID in object meta: ");
        }

        var value = write.Resource.ToHub(sent);
        return new UpdateResult(await creation.RunAsync(write, value, cancellationToken).ConfigureAwait(false), true);
    }

    private async ValueTask<(bool Done, StoredObject? Stored)> TryAsync(
        WriteRequest write, UpdateTarget target, Change change, bool checksVersion, bool admits, StoredObject current, StoreKey key, CancellationToken cancellationToken)
    {
        var (resource, old) = (write.Resource, current.Object);

        // 1
        var sent = await change(current, cancellationToken).ConfigureAwait(false);
        CheckIdentity(write, sent.Metadata, old.Metadata);

        // 2
        var merged = target.Merge(resource, sent, old);
        merged = !admits ? merged : await MutateAsync(write, target, merged, old, cancellationToken).ConfigureAwait(false);

        // 3
        CheckVersion(write, target, sent.Metadata, old.Metadata, checksVersion);
        merged = merged.WithMetadata(merged.Metadata with { ResourceVersion = old.Metadata.ResourceVersion });

        // 4
        var reservation = await resource.Hooks.BeginUpdateAsync(write, merged, old, cancellationToken).ConfigureAwait(false);
        var written = false;
        try
        {
            // 5
            var value = target.BeforeUpdate(resource, reservation.Value, old, write.Facts(services.Time.GetUtcNow()));

            // 6
            write.ThrowIfInvalid(old.Metadata.Name, target.Validate(resource, value, old));
            foreach (var warning in target.Warnings(resource, value, old))
            {
                write.Warn(warning);
            }

            // 7
            if (admits)
            {
                await ValidateAsync(write, target, value, old, cancellationToken).ConfigureAwait(false);
            }

            // 8
            if (IsFinalized(resource, value.Metadata, old.Metadata, value))
            {
                var gone = write.DryRun || await deletion.CommitAsync(write, current, value, cancellationToken).ConfigureAwait(false);
                written = gone && !write.DryRun;
                return (gone, new StoredObject(current.Key, current.Revision, value));
            }

            if ((value.Equals(old) || OnlyTimesOfManagedFieldsDiffer(value, old)) && (write.DryRun || !await write.Storage.IsStaleAsync(services.Store, key, cancellationToken).ConfigureAwait(false)))
            {
                return (true, current);
            }

            if (write.DryRun)
            {
                return (true, new StoredObject(current.Key, current.Revision, value));
            }

            var bytes = await write.Storage.EncodeAsync(key, value, cancellationToken).ConfigureAwait(false);
            var lease = write.Storage.TimeToLive is { } ttl ? await services.Leases.LeaseForAsync(ttl, cancellationToken).ConfigureAwait(false) : LeaseId.None;
            var result = await services.Store.CompareAndSwapAsync(key, current.Revision, bytes, lease, cancellationToken).ConfigureAwait(false);
            written = result.Succeeded;
            return (written, written ? ResourceStorage.Version(current.Key, result.Revision, value) : null);
        }
        finally
        {
            await reservation.FinishAsync(written).ConfigureAwait(false);
        }
    }

    private async ValueTask<IObject> MutateAsync(WriteRequest write, UpdateTarget target, IObject merged, IObject old, CancellationToken cancellationToken)
    {
        var before = target.ForAdmission(write.Resource, merged);
        var after = await services.Admission.MutateAsync(write, AdmissionOperation.Update, before, target.ForAdmission(write.Resource, old), cancellationToken).ConfigureAwait(false);
        return ReferenceEquals(before, after) ? merged : target.Merge(write.Resource, after, old);
    }

    private ValueTask ValidateAsync(WriteRequest write, UpdateTarget target, IObject value, IObject old, CancellationToken cancellationToken) =>
        services.Admission.ValidateAsync(write, AdmissionOperation.Update, target.ForAdmission(write.Resource, value), target.ForAdmission(write.Resource, old), cancellationToken);

    private static void CheckIdentity(WriteRequest write, ObjectMeta sent, ObjectMeta old)
    {
        if (sent.Uid.Length > 0 && sent.Uid != old.Uid)
        {
            throw ApiErrors.Conflict(write.Resource.GroupResource, write.Name, $"Precondition failed: UID in precondition: {sent.Uid}, UID in object meta: {old.Uid}");
        }
    }

    private static void CheckVersion(WriteRequest write, UpdateTarget target, ObjectMeta sent, ObjectMeta old, bool checksVersion)
    {
        if (!checksVersion || sent.ResourceVersion == old.ResourceVersion)
        {
            return;
        }

        var isUnset = sent.ResourceVersion is "" or "0";
        if (!isUnset)
        {
            if (!ulong.TryParse(sent.ResourceVersion, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                throw ApiErrors.Invalid(write.Resource.Kind.GroupKind, sent.Name, "metadata.resourceVersion", "FieldValueInvalid", $"Invalid value: {GoText.Quote(sent.ResourceVersion)}: must be specified for an update");
            }

            throw ApiErrors.Modified(write.Resource.GroupResource, write.Name);
        }

        if (!(write.Resource.HubRules?.AllowUnconditionalUpdate ?? true))
        {
            throw ApiErrors.Invalid(write.Resource.Kind.GroupKind, sent.Name, "metadata.resourceVersion", "FieldValueInvalid", "Invalid value: 0: must be specified for an update");
        }
    }

    /// <summary>Whether the write takes away the last thing a deleted object waited for.</summary>
    private static bool IsFinalized(Resources.ServedResource resource, ObjectMeta now, ObjectMeta old, IObject value) =>
        old.DeletionTimestamp is not null && old.DeletionGracePeriodSeconds is null or 0 && now.Finalizers.IsEmpty && resource.Hooks.IsFinalized(value);

    private static bool OnlyTimesOfManagedFieldsDiffer(IObject value, IObject old)
    {
        var (mine, theirs) = (value.Metadata.ManagedFields, old.Metadata.ManagedFields);
        if (mine.Count != theirs.Count || mine.Equals(theirs))
        {
            return false;
        }

        for (var i = 0; i < mine.Count; i++)
        {
            if (mine[i] with { Time = theirs[i].Time } != theirs[i])
            {
                return false;
            }
        }

        return value.WithMetadata(value.Metadata with { ManagedFields = theirs }).Equals(old);
    }
}
