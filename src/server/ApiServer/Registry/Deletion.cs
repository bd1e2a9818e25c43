using Cybernetes.Api;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Admission;
using Cybernetes.ApiServer.Cache;
using Cybernetes.ApiServer.Errors;
using Cybernetes.Store;

namespace Cybernetes.ApiServer.Registry;

/// <summary>What a deletion came to: the object as it is or was, and whether it is gone.</summary>
public readonly record struct DeleteResult(StoredObject Object, bool Gone);

/// <summary>
/// Deletes an object: at once, or by marking it where it is given time to end or something must be done first (finalizers). Again from the
/// newest version whenever somebody else was faster.
/// </summary>
public sealed class Deletion(RegistryServices services)
{
    /// <summary>Deletes an object.</summary>
    /// <exception cref="ApiException">It may not be.</exception>
    public async ValueTask<DeleteResult> RunAsync(WriteRequest write, DeleteOptions options, CancellationToken cancellationToken)
    {
        var storage = write.Storage;
        var key = storage.KeyOf(storage.CacheKey(write.Namespace, write.Name));
        for (var admitted = false; ; admitted = true)
        {
            var found = await services.Store.GetAsync(key, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (found.Item is null)
            {
                throw ApiErrors.NotFound(write.Resource.GroupResource, write.Name);
            }

            var current = await storage.DecodeAsync(found.Item, cancellationToken).ConfigureAwait(false);
            CheckPreconditions(write, options, current.Object.Metadata);
            if (!admitted)
            {
                await services.Admission.MutateAsync(write, AdmissionOperation.Delete, current.Object, cancellationToken).ConfigureAwait(false);
                await services.Admission.ValidateAsync(write, AdmissionOperation.Delete, null, current.Object, cancellationToken).ConfigureAwait(false);
            }

            if (await TryAsync(write, options, current, key, cancellationToken).ConfigureAwait(false) is { } result)
            {
                return result;
            }
        }
    }

    /// <summary>Takes a version out of the store; false where it is not the newest. Then what the kind held is given back.</summary>
    public async ValueTask<bool> CommitAsync(WriteRequest write, StoredObject current, IObject last, CancellationToken cancellationToken)
    {
        var result = await services.Store.CompareAndDeleteAsync(write.Storage.KeyOf(current.Key), current.Revision, cancellationToken).ConfigureAwait(false);
        if (!result.Succeeded)
        {
            return false;
        }

        await write.Resource.Hooks.AfterDeleteAsync(write, last, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static void CheckPreconditions(WriteRequest write, DeleteOptions options, ObjectMeta metadata)
    {
        if (options.Preconditions is not { } demanded)
        {
            return;
        }

        if (demanded.Uid is { } uid && uid != metadata.Uid)
        {
            throw ApiErrors.Conflict(write.Resource.GroupResource, write.Name, $"Precondition failed: UID in precondition: {uid}, UID in object meta: {metadata.Uid}");
        }

        if (demanded.ResourceVersion is { } version && version != metadata.ResourceVersion)
        {
            throw ApiErrors.Conflict(write.Resource.GroupResource, write.Name, $"Precondition failed: ResourceVersion in precondition: {version}, ResourceVersion in object meta: {metadata.ResourceVersion}");
        }
    }

    /// <summary>One attempt; null where somebody else was faster.</summary>
    private async ValueTask<DeleteResult?> TryAsync(WriteRequest write, DeleteOptions options, StoredObject current, StoreKey key, CancellationToken cancellationToken)
    {
        var plan = write.Resource.DeletePolicy.PlanFor(current.Object, options, services.Time.GetUtcNow());
        if (plan.Kind == DeletePlanKind.AlreadyGoing)
        {
            return new DeleteResult(current, false);
        }

        if (plan.Kind == DeletePlanKind.Now)
        {
            if (write.DryRun)
            {
                return new DeleteResult(current, true);
            }

            return await CommitAsync(write, current, current.Object, cancellationToken).ConfigureAwait(false) ? new DeleteResult(current, true) : null;
        }

        if (write.DryRun)
        {
            return new DeleteResult(new StoredObject(current.Key, current.Revision, plan.Marked!), false);
        }

        var bytes = await write.Storage.EncodeAsync(key, plan.Marked!, cancellationToken).ConfigureAwait(false);
        var result = await services.Store.CompareAndSwapAsync(key, current.Revision, bytes, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (!result.Succeeded)
        {
            return null;
        }

        var marked = ResourceStorage.Version(current.Key, result.Revision, plan.Marked!);
        if (plan.Kind == DeletePlanKind.Mark)
        {
            return new DeleteResult(marked, false);
        }

        if (await CommitAsync(write, marked, marked.Object, cancellationToken).ConfigureAwait(false))
        {
            return new DeleteResult(marked, true);
        }

        // Whoever watches for objects without time left (the pod collector, a kubelet) may have taken it out since it was marked: that is what was wanted.
        var left = await services.Store.GetAsync(key, cancellationToken: cancellationToken).ConfigureAwait(false);
        return left.Item is null ? new DeleteResult(marked, true) : null;
    }
}
