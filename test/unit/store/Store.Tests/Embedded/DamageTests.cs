using Cybernetes.Store.Embedded;
using Cybernetes.Store.Embedded.Sqlite;

namespace Cybernetes.Store.Tests.Embedded;

/// <summary>A damaged file is refused, and the message says where and what to do.</summary>
public sealed class DamageTests : IAsyncLifetime
{
    private readonly ScratchDirectory _scratch = new();

    private string Path => _scratch.File("state.db");

    public async ValueTask InitializeAsync()
    {
        await using var store = EmbeddedStore.Open(Path);
        for (var i = 0; i < 100; i++)
        {
            var value = new byte[2000];
            Array.Fill(value, (byte)'v');
            await store.PutAsync($"key-{i}", value);
        }
    }

    public ValueTask DisposeAsync()
    {
        _scratch.Dispose();
        return default;
    }

    private string Refusal()
    {
        var thrown = Assert.Throws<StoreException>(() => EmbeddedStore.Open(Path));
        Assert.Equal(StoreError.Corrupt, thrown.Error);
        Assert.Contains("c8s store snapshot restore", thrown.Message);
        return thrown.Message;
    }

    private void Edit(Action<FileStream> edit)
    {
        using var file = File.Open(Path, FileMode.Open);
        edit(file);
    }

    [Fact]
    public void TruncatedFileIsRefused()
    {
        Edit(file => file.SetLength(100_000));
        Assert.Contains("at byte 100000", Refusal());
    }

    [Fact]
    public void FileCutInsideItsHeaderIsRefused()
    {
        Edit(file => file.SetLength(50));
        Assert.Contains("at byte 50", Refusal());
    }

    [Fact]
    public void FlippedBitInAValueIsRefused()
    {
        Edit(file =>
        {
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            var at = bytes.AsSpan().LastIndexOf(new string('v', 500).Select(c => (byte)c).ToArray());
            file.Position = at + 250;
            file.WriteByte((byte)'w');
        });
        Assert.Contains("the checksum of revision", Refusal());
    }

    [Fact]
    public void OverwrittenPageIsRefusedWithItsPlace()
    {
        Edit(file =>
        {
            file.Position = 10 * Schema.PageSize;
            file.Write(new byte[Schema.PageSize]);
        });
        Assert.Contains($"at byte {10 * Schema.PageSize}", Refusal());
    }

    [Fact]
    public void MissingRevisionIsRefused()
    {
        using (var database = new Database(Path))
        {
            database.Execute("DELETE FROM history WHERE id>>20=50");
        }
        Assert.Contains("revision 50 is missing", Refusal());
    }

    [Fact]
    public void FileThatIsSomethingElseIsRefused()
    {
        Edit(file => file.Write("something else, 16 bytes and more"u8));
        Assert.Contains("does not begin as an SQLite file does", Refusal());
    }
}
