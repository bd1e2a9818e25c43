using Cybernetes.Api;

namespace Cybernetes.ApiServer.Patching;

/// <summary>A patch of one request, read and ready to be applied to whatever version of the object is newest.</summary>
public abstract class ObjectPatch
{
    /// <summary>Whether it makes an object that is not there.</summary>
    public virtual bool CreatesMissing => false;

    /// <summary>The patched object, in the served version; <paramref name="old"/> is in the storage version, null where there is none.</summary>
    public abstract IObject Apply(IObject? old);
}
