using System.Runtime.InteropServices;

namespace Cybernetes.Nftables;

/// <summary>libnftables.so.1 with one context for the process; commands run one at a time on the calling thread.</summary>
internal sealed unsafe partial class LibNftables
{
    private const string Library = "libnftables.so.1";
    private readonly Lock _lock = new();
    private readonly nint _context;

    private LibNftables(nint context) => _context = context;

    /// <summary>Null when the library is not installed.</summary>
    public static LibNftables? TryLoad()
    {
        if (!NativeLibrary.TryLoad(Library, out _))
        {
            return null;
        }

        var context = NewContext(0);
        if (context == 0)
        {
            return null;
        }

        _ = BufferOutput(context);
        _ = BufferError(context);
        return new LibNftables(context);
    }

    public NftResult Run(string commands)
    {
        lock (_lock)
        {
            var code = RunCommands(_context, commands);
            var said = Marshal.PtrToStringUTF8(ErrorBuffer(_context));
            _ = OutputBuffer(_context);
            return new NftResult(code == 0 ? null : string.IsNullOrEmpty(said) ? $"nft failed with code {code}" : said);
        }
    }

    [LibraryImport(Library, EntryPoint = "nft_ctx_new")]
    private static partial nint NewContext(uint flags);

    [LibraryImport(Library, EntryPoint = "nft_ctx_buffer_output")]
    private static partial int BufferOutput(nint context);

    [LibraryImport(Library, EntryPoint = "nft_ctx_buffer_error")]
    private static partial int BufferError(nint context);

    [LibraryImport(Library, EntryPoint = "nft_ctx_get_output_buffer")]
    private static partial nint OutputBuffer(nint context);

    [LibraryImport(Library, EntryPoint = "nft_ctx_get_error_buffer")]
    private static partial nint ErrorBuffer(nint context);

    [LibraryImport(Library, EntryPoint = "nft_run_cmd_from_buffer", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RunCommands(nint context, string buffer);
}
